/**
 * What one check says of one place.
 *
 * Four states, because "it failed", "it does not concern this place" and "cannot be told yet" call for three
 * different things from the person at the sheet.
 */
export type Outcome =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly values: Readonly<Record<string, string>> }
  | { readonly status: 'not-applicable' }
  | { readonly status: 'undecided'; readonly missing: readonly string[] }
