import { secureHeaders } from 'hono/secure-headers'

/** Where Excel on the web shows add-ins: every frame above the pane must be named, Microsoft's cloud and 21Vianet's. */
const officeHosts = [
  'https://*.officeapps.live.com',
  'https://*.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.partner.officewebapps.cn',
  'https://*.sharepoint.cn',
  'https://*.office365.cn',
]

export interface HeaderOptions {
  /** The address of office.js where it does not come from us. */
  readonly officeJs: string | null
  readonly https: boolean
  /** Hosts that may frame the pages besides Microsoft's: an Office server of the district's own. */
  readonly frameAncestors: readonly string[]
}

/** Headers of every answer. */
export function pageHeaders({ officeJs, https, frameAncestors }: HeaderOptions) {
  return secureHeaders({
    // A file of somebody's has a stricter policy of its own.
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...(officeJs === null ? [] : [new URL(officeJs).origin])],
      // Fluent UI and office-js-helpers put their styles into the page as style elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'self'", ...officeHosts, ...frameAncestors],
    },
    // frame-ancestors says it better, and SAMEORIGIN would shut Excel on the web out.
    xFrameOptions: false,
    // A dialog of office.js talks to the pane that opened it.
    crossOriginOpenerPolicy: false,
    // Excel on the web shows our icons on its own pages.
    crossOriginResourcePolicy: 'cross-origin',
    // Never on plain http: a demo would lock the browser out of every other http://localhost.
    strictTransportSecurity: https ? 'max-age=15552000' : false,
  })
}
