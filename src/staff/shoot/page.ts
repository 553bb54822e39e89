import type { Say } from '../../upload/pace'
import { escapeHtml } from '../html'

export type Choice = { id: string; name: string }
type Page = {
  base: string
  language: 'zh' | 'en'
  say: Say
  topics: Choice[]
  segments: Choice[]
  varieties: Choice[]
  /** The variety most speak here: it need not be chosen. */
  usual: string | undefined
  assets: Record<string, string>
}

/**
 * 拍一条: film or pick, say what it is about, hand in. A page for the phone in the field: a few kilobytes beside the
 * admin's megabytes; the upload begins while one still types.
 */
export function shootPage({ base, language, say, topics, segments, varieties, usual, assets }: Page): string {
  const options = (choices: Choice[], chosen?: string) =>
    choices
      .map(({ id, name }) => `<option value="${id}"${id === chosen ? ' selected' : ''}>${escapeHtml(name)}</option>`)
      .join('')
  return sheet({
    ...{ base, language, say, assets },
    body: `<main data-base="${base}" data-language="${language}">
<section id="pick">
<h1>${say('拍一条', 'Shoot one')}</h1>
<p class="offer" id="offer" hidden></p>
<input class="picker" id="camera" type="file" accept="video/*" capture="environment">
<label class="button main" for="camera">${say('现在拍', 'Film now')}</label>
<input class="picker" id="album" type="file" accept="video/*">
<label class="button" for="album">${say('从手机里选', 'Choose from the phone')}</label>
<p class="hint">${say('横着拍、竖着拍都行。离嘴近一点，声音才清楚。', 'Upright or wide, both are fine. Stay close: the voice has to be clear.')}</p>
</section>
<section id="up" hidden>
<p class="name"><b id="name"></b><span id="percent"></span></p>
<progress id="bar" max="100" value="0" aria-labelledby="name"></progress>
<p id="words"></p><p class="spoken" aria-live="polite" id="spoken"></p>
<p class="pair"><button type="button" id="pause">${say('暂停', 'Pause')}</button><button type="button" id="other">${say('换一条', 'Another film')}</button></p>
</section>
<form id="form" novalidate hidden>
<label for="title">${say('题目：居民会怎么问？', 'Title: how would a resident ask?')} <small id="count">0/20</small></label>
<input id="title" name="title" maxlength="20" autocomplete="off" placeholder="${say('例：老板不给工钱，怎么要？', 'e.g. The boss does not pay, what now?')}">
<label for="topic">${say('主题', 'Topic')}</label>
<select id="topic" name="topic"><option value="">${say('请选一个', 'Choose one')}</option>${options(topics)}</select>
<p id="mix" role="status" hidden></p>
<details id="ruler" hidden><summary>${say('看配比尺', 'See the mix')}</summary><div></div></details>
<fieldset><legend>${say('给谁看（可多选）', 'For whom')}</legend>${segments
      .map(
        ({ id, name }) =>
          `<label class="tick"><input type="checkbox" name="segments" value="${id}"><span>${escapeHtml(name)}</span></label>`,
      )
      .join('')}</fieldset>
<label for="variety">${say('说的什么话', 'Spoken in')}</label>
<select id="variety" name="variety">${options(varieties, usual)}</select>
<label for="summary">${say('一句话：这条讲什么', 'In one sentence: what it is about')}</label>
<textarea id="summary" name="summary" maxlength="200" rows="3"></textarea>
<p id="said" role="status"></p>
<button class="main" type="submit" id="hand">${say('送审', 'Hand in')}</button>
</form>
<section id="end" hidden tabindex="-1">
<p class="done">✓</p>
<h1>${say('已送审，等同事审核', 'Handed in; a colleague reviews it')}</h1>
<a class="button main" href="${base}/api/staff/shoot">${say('再拍一条', 'Shoot another')}</a>
<a class="button" id="film" href="${base}/admin/collections/videos">${say('看这条影片', 'See this film')}</a>
</section>
<noscript><p>${say('这个页面要打开脚本（JavaScript）才能用。', 'This page needs JavaScript.')}</p></noscript>
</main>
<script src="${assets['shoot.js']}" defer></script>`,
  })
}

/** Who may not film is told so, with a way back. */
export const notForYou = (page: Pick<Page, 'base' | 'language' | 'say' | 'assets'>): string =>
  sheet({
    ...page,
    body: `<main><h1>${page.say('您的账号不能传影片', 'Your account cannot upload films')}</h1>
<p>${page.say('拍片要有“编辑”或“签发”的身份，请找管理员开通。', 'It takes the role of an editor or publisher; ask an administrator.')}</p></main>`,
  })

type Sheet = Pick<Page, 'base' | 'language' | 'say' | 'assets'> & { body: string }

const sheet = ({ base, language, say, assets, body }: Sheet) => `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-Hans'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${say('拍一条', 'Shoot one')} · 明白</title>
<link rel="stylesheet" href="${assets['shoot.css']}">
<p class="top"><a href="${base}/admin">← ${say('工作台', 'Desk')}</a></p>
${body}
</html>`
