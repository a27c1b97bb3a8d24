/**
 * What browser engines got after Edge 87, the oldest WebView2 that the pages are built for, by the object that lacks it there.
 * `plain` says that a call of this name can be told from calls of our libraries' own functions, whatever it is called on.
 */
export const newerBuiltins: readonly {
  readonly of: string
  readonly names: readonly string[]
  readonly plain?: true
}[] = [
  { of: 'Array.prototype', names: ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced'], plain: true },
  { of: 'Array.prototype', names: ['at', 'with'] },
  { of: 'Array', names: ['fromAsync'], plain: true },
  { of: 'Int8Array.prototype.__proto__', names: ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'] },
  { of: 'Uint8Array.prototype', names: ['setFromBase64', 'setFromHex', 'toBase64', 'toHex'] },
  { of: 'Uint8Array', names: ['fromBase64', 'fromHex'], plain: true },
  { of: 'String.prototype', names: ['isWellFormed', 'toWellFormed'], plain: true },
  { of: 'String.prototype', names: ['at'] },
  { of: 'Object', names: ['groupBy', 'hasOwn'], plain: true },
  { of: 'Map', names: ['groupBy'], plain: true },
  { of: 'Promise', names: ['withResolvers'], plain: true },
  { of: 'Promise', names: ['try'] },
  { of: 'RegExp', names: ['escape'] },
  { of: 'Set.prototype', names: ['isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'symmetricDifference'], plain: true },
  { of: 'Set.prototype', names: ['difference', 'intersection', 'union'] },
  {
    of: 'Iterator.prototype',
    names: ['drop', 'every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'take', 'toArray'],
  },
  { of: 'Iterator', names: ['from'] },
  { of: 'AbortSignal', names: ['abort', 'any', 'timeout'] },
  { of: 'AbortSignal.prototype', names: ['throwIfAborted'], plain: true },
  { of: 'Element.prototype', names: ['checkVisibility', 'getHTML', 'setHTMLUnsafe'], plain: true },
  { of: 'Crypto.prototype', names: ['randomUUID'], plain: true },
  { of: 'globalThis', names: ['structuredClone'], plain: true },
  { of: 'globalThis', names: ['reportError', 'scheduler'] },
]

/** Runs in the page, before any of its scripts: makes its engine as old as that. */
export function takeNewerAway(builtins: typeof newerBuiltins): void {
  for (const { of, names } of builtins) {
    const owner = of.split('.').reduce((found: unknown, name) => Object(found)[name], globalThis)
    for (const name of names) if (owner) Reflect.deleteProperty(Object(owner), name)
  }
}

/** Runs in the page: which of them are there again. */
export function thereAgain(builtins: typeof newerBuiltins): readonly string[] {
  return builtins.flatMap(({ of, names }) => {
    const owner = of.split('.').reduce((found: unknown, name) => Object(found)[name], globalThis)
    return names.filter((name) => owner && name in Object(owner))
  })
}
