/** The origin that the repository's manifest is written for. */
const placeholder = 'https://localhost:3000'

/** The manifest for another address: all its addresses lie under `base`, which is an origin or an address with a path, without a slash at its end. */
export function stampManifest(xml: string, base: string): string {
  const escaped = base.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
  // As a function: a `$` in an address is no pattern.
  return xml.replaceAll(placeholder, () => escaped)
}
