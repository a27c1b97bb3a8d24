/** Where Microsoft hands out office.js: its own network, and the one that 21Vianet runs in China. */
export const officeJsCdns: Readonly<Record<string, string>> = {
  microsoft: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
}

/** As the pages are built: from beside the add-in. */
const ownCopy = 'src="/office-js/office.js"'

/** The page with office.js from elsewhere; null leaves it at our own copy. The address was checked when it was configured. */
export function withOfficeJs(html: string, address: string | null): string {
  return address === null ? html : html.replaceAll(ownCopy, () => `src="${address}"`)
}
