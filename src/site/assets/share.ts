import { report } from './beacon'

/** 分享: the phone's own sheet where there is one, else the address is copied; WeChat shares by its own menu. */
export function offerShare(): void {
  const button = document.querySelector<HTMLElement>('[data-share]')
  const hint = document.querySelector<HTMLElement>('[data-wechat]')
  if (!button || !hint) return
  const words = button.dataset.share || ''
  button.hidden = false
  button.onclick = () => {
    report({ type: 'share' })
    if (/MicroMessenger/i.test(navigator.userAgent)) {
      hint.hidden = false
      return
    }
    if (navigator.share) return void navigator.share({ text: words }).catch(() => undefined)
    button.textContent = copy(words) ? '已复制，去粘贴给家里人' : words
  }
}

/** The clipboard API wants https; this works everywhere. */
function copy(words: string): boolean {
  const field = document.createElement('textarea')
  field.value = words
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.appendChild(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
