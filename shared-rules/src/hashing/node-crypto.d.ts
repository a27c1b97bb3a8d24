/** All that the rules take from Node, so that they see nothing else of it. */
declare module 'node:crypto' {
  export function hash(algorithm: 'sha256', text: string): string
}
