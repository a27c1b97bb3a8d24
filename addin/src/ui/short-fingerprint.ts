/** `7F3A-91C2`: enough of a fingerprint to compare by eye. */
export function shortFingerprint(hex: string): string {
  const short = hex.slice(0, 8).toUpperCase()
  return `${short.slice(0, 4)}-${short.slice(4)}`
}
