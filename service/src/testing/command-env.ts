/**
 * The environment of a process that a test starts: of the tests' own nothing but where programs are, and where Node keeps
 * what it has compiled, which is half of what a short command takes.
 */
export function commandEnv(env: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  return { PATH, NODE_COMPILE_CACHE, ...env }
}
