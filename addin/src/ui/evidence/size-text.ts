/** `0.4 MB`, as folders of a computer show it. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes < 0.1 ? `${String(Math.ceil(bytes / 1024))} KB` : `${megabytes.toFixed(1)} MB`
}
