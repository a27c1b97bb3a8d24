import type { Rolldown } from 'vite'

/** These sources of ours, by path without what it ends with. */
const ours = (...names: readonly string[]) => `addin/src/(${names.join('|')})\\.tsx?$`
const either = (...patterns: readonly string[]) => new RegExp(patterns.join('|'))

/** What the ribbon's commands load, which show nothing. */
const commands = ours(
  'features/filling/(filling|basis|chosen-binding)',
  'features/submitting/(paired-rows|destination|outbox|send)',
  'features/(desk/desk|session/session)',
  'workbook/excel-(workbook|host|report-sheets)',
  'api/(client|new-id)',
  'ui/host-appearance',
)

/** What the ribbon's dialog shows, and what of Fluent it shows it with. */
const dialog = [
  ours('App\\.styles', 'ui/(Surroundings|EmptyState|FindingRow|error-text|preferences)'),
  'react-dom/client\\.js$',
  'react-(text|link|button/lib/components/Button)/',
  'svg/(checkmark-circle|error-circle|warning)\\.js$',
]

/**
 * What several pages share, in four files. Left alone there is one for each set of pages that share something, thirty for the
 * clerk's pane, which are asked for one by one and together are 14 KB more, compressed. A file holds what its pattern names and
 * all that needs; what more than one wants is in the first of them. So the pages that load little come first, and carry nothing
 * of the others.
 */
export const sharedFiles: Rolldown.CodeSplittingOptions = {
  groups: [
    // The last of them is what the compiler puts in place of newer syntax.
    { name: 'texts', test: either(ours('i18n/texts', 'ui/(moment|cell-name)', 'api/keep'), '@oxc-project') },
    { name: 'rules', test: either(commands) },
    { name: 'page', test: either(...dialog) },
    { name: 'pane', test: either(ours('App', 'api/newer-build')) },
  ],
}
