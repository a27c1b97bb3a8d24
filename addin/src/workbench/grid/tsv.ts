/**
 * Rows of text as Excel and WPS put them on the clipboard: tab between cells, line break between rows,
 * quotes around a cell that itself holds a tab, a quote or a line break. Always a rectangle.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    // The last row ends with a line break, too; nothing follows it.
    if (at >= text.length) break
  }
  const width = Math.max(...rows.map((cells) => cells.length))
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')])
}

/** The same the other way round, readable by Excel and WPS. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\r\n')
}

interface ReadCell {
  readonly text: string
  readonly end: number
}

function plainCell(text: string, start: number): ReadCell {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

/** A quote that is not closed before a separator was typed by a person and means itself: `"一期"工程`. */
function quotedCell(text: string, start: number): ReadCell {
  let cell = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else {
      const next = text[at + 1]
      if (next === undefined || next === '\t' || next === '\n' || next === '\r') return { text: cell, end: at + 1 }
      break
    }
  }
  return plainCell(text, start)
}

function cellText(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text
}
