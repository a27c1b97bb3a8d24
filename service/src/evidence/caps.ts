/** How much evidence is taken. What is withdrawn goes on weighing for its unit, since it is kept. */
export interface EvidenceCaps {
  readonly fileBytes: number
  /** Of one item, those withdrawn aside. */
  readonly itemFiles: number
  readonly unitBytes: number
}

export const mebibyte = 1024 * 1024

/** Unless the operator says otherwise. */
export const ordinaryCaps: EvidenceCaps = { fileBytes: 10 * mebibyte, itemFiles: 10, unitBytes: 300 * mebibyte }

/** The largest body that brings one file, with what a multipart body has around it. */
export const largestEvidence = ({ fileBytes }: EvidenceCaps): number => fileBytes + 64 * 1024
