/** The part that a thread needs to read a workbook: without schemas and scoring, which take longer to load than a file to read. */
export { fromA1, toA1Block } from './forms/addresses.ts'
export { readForm } from './forms/reading/read-form.ts'
export { textKey, unitKey } from './forms/recognition/head-text.ts'
export { recognise } from './forms/recognition/recognise.ts'
