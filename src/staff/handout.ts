import { randomBytes } from 'node:crypto'
import { deliveryStatus, deliveryStatusLabels, type pack } from '../../campaigns'
import type { KitRow } from '../../media'
import type { Env } from '../env'
import type { Delivery, Figure } from '../payload-types'

type Parcel = NonNullable<Awaited<ReturnType<typeof pack>>>
type Page = {
  parcel: Parcel
  row: Delivery
  figures: Figure[]
  env: Env
  now: Date
  kit?: KitRow | undefined
  held?: string | null
}

const metrics = { reads: '阅读', plays: '播放', shares: '转发', likes: '点赞' }

/**
 * 转发包: the one page a township office opens on the telephone. Copy, save the picture or the film, tick, type the
 * figures back. Works on plain http (no clipboard API needed); its script is a file of its own.
 */
export function handoutPage({ parcel, row, figures, env, now, kit, held = null }: Page): string {
  const { item } = parcel
  const status = deliveryStatus(row, now, Boolean(held))
  const done = row.state === 'submitted'
  const copy = [item.title, item.text, item.credit, item.link].filter(Boolean).join('\n')
  const when = new Intl.DateTimeFormat('zh-CN', {
    timeZone: env.SITE_TIMEZONE,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(row.dueAt))
  const here = `${env.BASE_PATH}/api/staff/deliveries/${row.id}`
  const film = item.media.film?.slice(env.PUBLIC_URL.length)
  return `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>转发包：${escape(item.title)}</title>
<style>${style}</style>
<main data-here="${here}">
<p class="top"><a href="${env.BASE_PATH}/admin/plan">← 排期</a><span>${escape(deliveryStatusLabels[status].zh)}</span></p>
<h1>${escape(item.title)}</h1>
<p class="for">给 <b>${escape(parcel.segment.name)}</b> · ${when}</p>

${
  held
    ? `<p class="held" role="alert"><b>先别转发。</b>${escape(held)}。换一条别的主题，或请签发、领导在排期里写明原因放行；有了空位，这句话自己就没了。</p>`
    : ''
}
<section><h2>1　复制文字，贴到群里</h2>
<textarea id="text" readonly rows="${copy.split('\n').length + 2}">${escape(copy)}</textarea>
<button class="main" data-copy="text" type="button">复制标题、短文和链接</button>
<p class="said" role="status" id="copied"></p></section>

<section><h2>2　保存图片${film ? '或影片' : ''}</h2>
<p><img alt="海报：${escape(item.title)}" src="${here}/poster.png" width="270" height="360" loading="lazy"></p>
<a class="button" download="${row.code}.png" href="${here}/poster.png">保存二维码海报</a>
${film ? `<a class="button" download="${row.code}.mp4" href="${escape(env.BASE_PATH + withoutBase(film, env))}">保存影片（MP4）</a>` : ''}
${kit?.made ? kitLink(kit.id, kit.made.bytes, env) : ''}
<p class="hint">微信里打开时，长按图片保存。</p></section>

<section><h2>3　转发好了，点一下</h2>
${
  done
    ? `<p class="said">✓ 已转发${row.forwardedAt ? `（${stamp(row.forwardedAt, env)}）` : ''}</p>`
    : `<button class="main" data-post="forwarded" type="button"${held ? ' disabled' : ''}>已转发</button>`
}
<p class="said" role="status" id="forwarded"></p></section>

<section><h2>4　过几天，把数字填回来</h2>
<form data-figures>
<label>看哪个数 <select name="metric">${Object.entries(metrics)
    .map(([value, name]) => `<option value="${value}">${name}</option>`)
    .join('')}</select></label>
<label>多少 <input name="value" type="number" inputmode="numeric" min="0" step="1" required></label>
<label>放完的有多少（选“播放”时填，没有就空着） <input name="completions" type="number" inputmode="numeric" min="0" step="1"></label>
<label>从哪儿看到的 <input name="source" maxlength="100" required placeholder="例：公众号后台"></label>
<label>哪天看的 <input name="readAt" type="date" value="${localDay(now, env)}"></label>
<button class="main" type="submit">填报</button>
<p class="said" role="status" id="figures"></p></form>
<ul id="list">${figures
    .map(
      ({ metric, value, completions, source, readAt }) =>
        `<li>${metrics[metric]} <b>${value}</b>${typeof completions === 'number' ? `，放完 ${completions}` : ''} · ${escape(source)}${readAt ? ` · ${stamp(readAt, env)}` : ''}</li>`,
    )
    .join('')}</ul></section>
</main>
<script src="${env.BASE_PATH}/api/staff/deliveries/handout.js?v=${version}" defer></script>
</html>`
}

const kitLink = (id: string, bytes: number, env: Env) =>
  `<a class="button" download href="${env.BASE_PATH}/api/staff/kits/${id}/kit.zip">保存素材包（抖音、视频号等，${Math.max(0.1, Math.round(bytes / 1e5) / 10)} 兆）</a>`

const withoutBase = (path: string, env: Env) =>
  env.BASE_PATH && path.startsWith(env.BASE_PATH) ? path.slice(env.BASE_PATH.length) : path

const stamp = (at: string, env: Env) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: env.SITE_TIMEZONE, month: 'long', day: 'numeric' }).format(new Date(at))

const localDay = (now: Date, env: Env) => new Intl.DateTimeFormat('en-CA', { timeZone: env.SITE_TIMEZONE }).format(now)

const escape = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const version = randomBytes(4).toString('hex')

const style = `
:root{color-scheme:light dark;--paper:#FAF7F0;--ink:#1B1A17;--link:#1F4E5F;--line:#1B1A1733;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#15171A;--ink:#EDE8DC;--link:#8FC1CF;--line:#EDE8DC44;--on:#15171A}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
main{max-width:560px;margin:0 auto;padding:12px 20px 60px}a{color:var(--link)}
.top{display:flex;justify-content:space-between;align-items:center;min-height:44px;margin:0}
h1{font-size:28px;line-height:1.3;margin:8px 0}h2{font-size:19px;margin:0 0 12px}.for{margin:0 0 16px}
section{border-top:1px solid var(--line);padding:18px 0}
textarea,input,select{width:100%;font:inherit;padding:10px;background:transparent;color:inherit;border:1px solid var(--line)}
button,.button{display:block;width:100%;min-height:60px;margin:12px 0 0;font:inherit;font-weight:700;text-align:center;line-height:38px;padding:10px;border:2px solid var(--link);background:transparent;color:var(--link);text-decoration:none;cursor:pointer}
.main{background:var(--link);color:var(--on)}button:disabled{opacity:.5}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
img{max-width:100%;height:auto;border:1px solid var(--line)}label{display:block;margin:0 0 12px}.said{min-height:1.6em;margin:8px 0 0;font-weight:700}.hint{opacity:.75}.held{border:solid var(--ink);border-width:2px 0;padding:14px 0;margin:0 0 18px}ul{padding-left:1.2em}
@media print{button,.button,form{display:none}}`

/** Plain script for old phones: clipboard by selection where there is no secure context. */
export const handoutScript = `(function () {
  var here = document.querySelector('main').getAttribute('data-here')
  function say(id, words) { document.getElementById(id).textContent = words }
  function post(path, body, done) {
    var call = new XMLHttpRequest()
    call.open('POST', here + '/' + path)
    call.setRequestHeader('content-type', 'application/json')
    call.setRequestHeader('accept', 'application/json')
    call.onload = function () {
      var answer = {}
      try { answer = JSON.parse(call.responseText) } catch (e) { answer = {} }
      done(call.status < 300 ? null : (answer.error && answer.error.message) || '没有成功，请再试一次。')
    }
    call.onerror = function () { done('连不上服务器，请检查网络后再试。') }
    call.send(JSON.stringify(body))
  }
  document.addEventListener('click', function (event) {
    var button = event.target
    var copy = button.getAttribute && button.getAttribute('data-copy')
    if (copy) {
      var text = document.getElementById(copy)
      text.focus(); text.select(); text.setSelectionRange(0, text.value.length)
      var ok = false
      try { ok = document.execCommand('copy') } catch (e) { ok = false }
      if (ok) return say('copied', '✓ 复制好了，去群里粘贴吧。')
      if (navigator.clipboard) return navigator.clipboard.writeText(text.value).then(function () { say('copied', '✓ 复制好了，去群里粘贴吧。') }, function () { say('copied', '文字已选中，请长按复制。') })
      return say('copied', '文字已选中，请长按复制。')
    }
    var path = button.getAttribute && button.getAttribute('data-post')
    if (path) {
      button.disabled = true
      post(path, {}, function (fault) {
        if (fault) { button.disabled = false; return say(path, fault) }
        button.style.display = 'none'
        say(path, '✓ 已转发，记下了。谢谢！')
      })
    }
  })
  document.querySelector('[data-figures]').addEventListener('submit', function (event) {
    event.preventDefault()
    var form = event.target
    var body = { metric: form.metric.value, value: Number(form.value.value), source: form.source.value }
    if (form.completions.value && body.metric === 'plays') body.completions = Number(form.completions.value)
    if (form.readAt.value) body.readAt = form.readAt.value
    post('figures', body, function (fault) {
      if (fault) return say('figures', fault)
      say('figures', '✓ 填好了。')
      var line = document.createElement('li')
      line.textContent = form.metric.options[form.metric.selectedIndex].text + ' ' + body.value + (body.completions === undefined ? '' : '，放完 ' + body.completions) + ' · ' + body.source
      document.getElementById('list').prepend(line)
      form.value.value = ''
      form.completions.value = ''
    })
  })
})()
`
