import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { passwordFault } from '../accounts/password-fault.ts'

/** Asks for a new password twice without showing it; from a pipe, takes the first line. Rejects with a sentence for the person. */
export async function askPassword(account: { readonly username: string }): Promise<string> {
  const first = process.stdin.isTTY ? await hidden('新密码：') : await firstLine()
  const fault = passwordFault(first, account)
  if (fault !== null) throw passwordError(fault)
  if (process.stdin.isTTY && (await hidden('再输一遍：')) !== first) throw passwordError('两次输入的密码不一致')
  return first
}

/** Asks an account for the password it has, without showing it; from a pipe, takes the first line. */
export const askKnownPassword = ({ username }: { readonly username: string }): Promise<string> =>
  process.stdin.isTTY ? hidden(`${username} 的密码：`) : firstLine()

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) return line
  throw passwordError('没有读到密码：请在终端中运行，或从标准输入给出')
}

async function hidden(question: string): Promise<string> {
  process.stderr.write(question)
  process.stdin.setRawMode(true).resume().setEncoding('utf8')
  let typed = ''
  try {
    for (;;) {
      const [chunk]: unknown[] = await once(process.stdin, 'data')
      for (const key of String(chunk)) {
        if (key === '\r' || key === '\n') return typed
        if (key === '\u0003') throw passwordError('已取消')
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key
      }
    }
  } finally {
    process.stdin.setRawMode(false).pause()
    process.stderr.write('\n')
  }
}

/** Carries a code, so that the command line tells it from a bug. */
const passwordError = (message: string): Error => Object.assign(new Error(message), { code: 'ERR_PARSE_ARGS_PASSWORD' })
