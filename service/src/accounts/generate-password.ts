import { randomInt } from 'node:crypto'

/** Without 0, O, 1, l and I, which people mistake for one another when they read it out. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password for a new account: 20 characters, 116 bits. */
export function generatePassword(): string {
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('')
}
