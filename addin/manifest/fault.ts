import type { XmlElement } from './xml.ts'

/** One thing that Office would refuse, or silently leave out. */
export interface Fault {
  readonly line: number
  readonly message: string
}

export function faultAt({ line }: Pick<XmlElement, 'line'>, message: string): Fault {
  return { line, message }
}

/** What lies outside the document: the size of the picture an address leads to, undefined when there is none. */
export interface Surroundings {
  readonly pictureSize: (url: string) => { readonly width: number; readonly height: number } | undefined
}
