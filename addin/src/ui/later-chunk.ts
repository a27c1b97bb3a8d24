/** Code that is fetched after the first look at the pane. */
export interface LaterChunk<Chunk> {
  /** What is here already, so that showing it waits for nothing. */
  readonly here: () => Chunk | undefined
  /** Fetches it once, however often it is asked for. Without network it tries again until it is here. */
  readonly fetch: () => Promise<Chunk>
}

/** Milliseconds between two tries where no word comes that the network is back. */
const AGAIN = 3_000

export function laterChunk<Chunk>(load: () => Promise<Chunk>): LaterChunk<Chunk> {
  let here: Chunk | undefined
  let fetching: Promise<Chunk> | undefined
  async function untilHere(): Promise<Chunk> {
    for (;;) {
      try {
        return (here = await load())
      } catch {
        await networkOrPause()
      }
    }
  }
  return { here: () => here, fetch: () => (fetching ??= untilHere()) }
}

/** Fetches them once the browser has drawn what is on the screen: a press then waits for none, also when the network has gone. */
export function fetchWhenIdle(chunks: readonly LaterChunk<unknown>[]): () => void {
  const fetchAll = () => {
    for (const chunk of chunks) void chunk.fetch()
  }
  const timer = setTimeout(fetchAll, 0)
  return () => clearTimeout(timer)
}

function networkOrPause(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, AGAIN)
    window.addEventListener('online', go)
  })
}
