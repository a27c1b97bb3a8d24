import { goneParts } from './gone-parts.ts'

/** Code that is fetched after the first look at the pane. */
export interface LaterChunk<Chunk> {
  /** What is here already, so that showing it waits for nothing. */
  readonly here: () => Chunk | undefined
  /**
   * Fetches it once, however often it is asked for, and tries again until it is here: without network because that comes back,
   * without the chunk because another server may still have it. What can only be mended by reloading is told through `goneParts`.
   */
  readonly fetch: () => Promise<Chunk>
}

/** Milliseconds between two tries where no word comes that the network is back. */
const AGAIN = 3_000
/** The same where the service answers and has no such chunk. */
const AGAIN_IF_GONE = 30_000

export function laterChunk<Chunk>(load: () => Promise<Chunk>, answers = serviceAnswers): LaterChunk<Chunk> {
  let here: Chunk | undefined
  let fetching: Promise<Chunk> | undefined
  async function untilHere(): Promise<Chunk> {
    for (let missed = 0; ;) {
      try {
        here = await load()
        goneParts.say(false)
        return here
      } catch {
        // Once may be the moment in which the files are replaced.
        missed = (await answers()) ? missed + 1 : 0
        if (missed > 1) goneParts.say(true)
        await networkOrPause(missed > 1 ? AGAIN_IF_GONE : AGAIN)
      }
    }
  }
  return { here: () => here, fetch: () => (fetching ??= untilHere()) }
}

/** Fetches them once the browser has drawn what is on the screen: a press then waits for none, also when the network has gone. */
export function fetchWhenIdle(fetches: readonly (() => Promise<unknown>)[]): () => void {
  const fetchAll = () => {
    for (const fetch of fetches) void fetch()
  }
  const timer = setTimeout(fetchAll, 0)
  return () => clearTimeout(timer)
}

/** Does the place answer from which this page came? Then a chunk that does not come is missing there. */
async function serviceAnswers(): Promise<boolean> {
  try {
    return (await fetch(location.pathname, { cache: 'no-store', credentials: 'omit' })).ok
  } catch {
    return false
  }
}

function networkOrPause(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, pause)
    window.addEventListener('online', go)
  })
}
