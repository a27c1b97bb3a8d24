export const shortestPassword = 10
export const longestPassword = 128

/** Long enough, and still among the first that are tried. Compared without case, digits at the end and what separates. */
const common = [
  '0123456789',
  '1234567890',
  '0987654321',
  '9876543210',
  '1234554321',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'asdfghjkl',
  'abcdefghij',
  'password',
  'passw0rd',
  'iloveyou',
  'woaini',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'kaohe',
  'kaohe-demo',
  'haizhou',
  'fuxin',
]

/** Why this may not be somebody's password, or null. Length is worth more than signs of all kinds, so those are not asked for. */
export function passwordFault(password: string, { username }: { readonly username: string }): string | null {
  if (password.length < shortestPassword || password.length > longestPassword) {
    return `密码须为 ${shortestPassword}–${longestPassword} 个字符`
  }
  const plain = password.toLowerCase()
  if (plain.includes(username.toLowerCase())) return '密码中不能含有用户名'
  if (new Set(plain).size < 5) return '密码过于简单：不同的字符太少'
  const bare = [plain, plain.replace(/[\d\W_]+$/u, ''), plain.replaceAll(/[\W_]/gu, '')]
  if (bare.some((text) => common.includes(text))) return '密码过于常见，请换一个'
  return null
}
