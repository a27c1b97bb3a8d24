const PLACEHOLDER = /\{([a-zA-Z]+)\}/g
/** A cell may hold a whole letter; a message shows its beginning. */
const LONGEST = 40

type Values = Readonly<Record<string, string>>

/** Fills the placeholders of a pack's message. `fault` is itself a sentence of the pack; what a person typed is never read as one. */
export function fillMessage(template: string, values: Values): string {
  const fault = values['fault']
  return fill(template, fault === undefined ? values : { ...values, fault: fill(fault, values) })
}

/** What is said while a check waits for a cell that is there but cannot be read. */
export function waitingMessage(place: string, column: string, checkTitle: string, missing: readonly string[]): string {
  const cells = missing.map((title) => `『${title}』`).join('、')
  return `${place}『${column}』暂不能核对“${checkTitle}”：${cells}的内容还读不出，改好后自动核对。`
}

function fill(template: string, values: Values): string {
  return template.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : name === 'value' ? shortened(value) : value
  })
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`
}
