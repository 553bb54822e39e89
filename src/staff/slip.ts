import QRCode from 'qrcode'
import type { Env } from '../env'
import { escapeHtml } from './html'

type Slip = { name: string; username: string; password: string; language: 'zh' | 'en' }

const words = {
  zh: {
    title: '登录小条',
    name: '姓名',
    username: '用户名',
    password: '一次性密码',
    where: '扫码或打开',
    once: '首次登录后会要求改成自己的密码。改完请把这张纸撕掉。',
    print: '打印：按 Ctrl + P（手机点“分享”再点“打印”）',
  },
  en: {
    title: 'Sign-in slip',
    name: 'Name',
    username: 'User name',
    password: 'One-time password',
    where: 'Scan or open',
    once: 'You choose your own password at the first sign-in. Then destroy this slip.',
    print: 'Print: Ctrl + P',
  },
}

/** The slip of paper a new colleague takes along. Nothing of it is stored; the password stands in no address. */
export async function slipPage(
  env: Pick<Env, 'PUBLIC_URL'>,
  { name, username, password, language }: Slip,
): Promise<string> {
  const url = `${env.PUBLIC_URL}/admin`
  const code = await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  const say = words[language]
  const row = (label: string, value: string) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-Hans'}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${say.title}</title>
<style>
  body { font: 18px/1.6 system-ui, sans-serif; color: #1b1a17; background: #faf7f0; margin: 0; padding: 24px }
  main { max-width: 420px; margin: auto; background: #fff; border: 1px solid #1b1a17; padding: 24px }
  h1 { font-size: 22px; margin: 0 0 12px; border-bottom: 3px double #1b1a17 }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 12px }
  dt { color: #555 } dd { margin: 0; font-weight: 700; word-break: break-all }
  dd.key { font-family: ui-monospace, monospace; font-size: 22px }
  svg { width: 160px; height: 160px; display: block } .hint { color: #555; font-size: 15px; max-width: 420px; margin: 16px auto }
  @media print { body { background: #fff; padding: 0 } .hint { display: none } }
</style>
<main><h1>明白 · ${say.title}</h1>
<dl>${row(say.name, name)}${row(say.username, username)}<dt>${say.password}</dt><dd class="key">${escapeHtml(password)}</dd></dl>
${code}<p>${say.where}<br><strong>${escapeHtml(url)}</strong></p><p>${say.once}</p></main>
<p class="hint">${say.print}</p></html>`
}
