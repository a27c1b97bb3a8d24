export type BaseUrl =
  { readonly ok: true; readonly base: string; readonly path: string } | { readonly ok: false; readonly message: string }

/** The address under which the add-in is served, without a slash at its end. Office loads an add-in over https only. */
export function baseUrlOf(text: string): BaseUrl {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (!parsed || parsed.hostname === '') {
    return refused(`“${text}”不是完整网址。请写成 https://主机名，例如 https://kaohe.example.gov.cn`)
  }
  if (parsed.protocol !== 'https:') {
    return refused(
      `“${text}”不是 https 地址。Excel 只装载 https 的加载项：请先给服务配好证书，再写成 https://${parsed.host}${parsed.pathname.replace(/\/+$/, '')}`,
    )
  }
  if (parsed.username !== '' || parsed.password !== '') return refused('地址里不能写账号和密码，清单会发给所有人。')
  if (parsed.search !== '' || parsed.hash !== '') return refused(`“${text}”里不能有 ? 或 #，只写到主机名或路径为止。`)
  const path = parsed.pathname.replace(/\/+$/, '')
  return { ok: true, base: parsed.origin + path, path }
}

function refused(message: string): BaseUrl {
  return { ok: false, message }
}
