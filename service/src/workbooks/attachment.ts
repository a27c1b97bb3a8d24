/** Has an answer saved as a file under this name; `plain` is for the few programs that read no Chinese in a header. */
export const attachment = (plain: string, name: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
