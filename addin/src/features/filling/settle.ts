/** Runs `act` once things are quiet for `quiet` ms, and after `most` ms at the latest while they never are. */
export function settle(act: () => void, quiet = 80, most = 400) {
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined

  function cancel() {
    clearTimeout(pause)
    clearTimeout(limit)
    pause = limit = undefined
  }
  function run() {
    cancel()
    act()
  }
  function poke() {
    clearTimeout(pause)
    pause = setTimeout(run, quiet)
    limit ??= setTimeout(run, most)
  }
  return { poke, cancel }
}
