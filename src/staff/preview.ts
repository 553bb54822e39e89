import { Router } from 'express'
import { z } from 'zod'
import type { Article, Video } from '../payload-types'
import type { Runtime } from '../runtime'
import { renderItemPreview } from '../site/preview'
import { escapeHtml } from './html'
import { action, parse, signedIn } from './staff'
import { itemCollections, latestVersion } from './version'

const place = z.object({ collection: z.enum(itemCollections), id: z.string().min(1).max(64) })
const asked = z.object({
  edition: z.enum(['elder']).optional(),
  as: z.enum(['frame', 'page', 'share']).default('frame'),
})

/** The latest draft as a resident would see it, beside the form. Staff only, and only inside our own pages. */
export function previewRouter(runtime: Runtime): Router {
  const router = Router()
  for (const [name, text] of Object.entries(scripts))
    router.get(`/${name}`, (_req, res) => void res.type('text/javascript').send(text))
  router.get(
    '/:collection/:id',
    action(async (req, res) => {
      await signedIn(runtime, req)
      const { collection, id } = parse(place, req.params)
      const { edition, as } = parse(asked, { edition: req.query.edition || undefined, as: req.query.as || undefined })
      const { doc } = await latestVersion(runtime.payload, collection, id)
      const page =
        as === 'frame'
          ? framePage(runtime)
          : as === 'share'
            ? sharePage(runtime, collection, doc)
            : await renderItemPreview(runtime, collection, doc as never, { edition })
      res.set('cache-control', 'no-store').type('html').send(page)
    }),
  )
  return router
}

/** Three ways to look at it, side by side with the form: as on a phone, as the elder edition, as text to share. */
const framePage = ({ env }: Pick<Runtime, 'env'>) => `<!doctype html><html lang="zh-Hans"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>预览</title>
<style>html,body{height:100%;margin:0}body{display:flex;flex-direction:column;font:16px/1.5 system-ui,sans-serif;background:#faf7f0}
nav{display:flex;border-bottom:1px solid #1b1a17}a{flex:1;text-align:center;padding:10px 0;color:#1f4e5f}
iframe{flex:1;border:0;width:100%;background:#faf7f0}</style>
<nav><a href="?as=page" target="sheet">普通版</a><a href="?as=page&edition=elder" target="sheet">长辈版</a><a href="?as=share" target="sheet">分享文字</a></nav>
<iframe name="sheet" src="?as=page" title="预览"></iframe>
<script src="${env.BASE_PATH}/api/staff/preview/frame.js"></script></html>`

/** What a colleague pastes into a group: title, answer, link. */
export function shareText({ env }: Pick<Runtime, 'env'>, collection: string, doc: Article | Video): string {
  const say = 'answer' in doc ? doc.answer : 'summary' in doc ? doc.summary : ''
  return [doc.title, say, doc.slug ? `${env.PUBLIC_URL}/${collection}/${doc.slug}` : ''].filter(Boolean).join('\n')
}

function sharePage(runtime: Runtime, collection: string, doc: Article | Video): string {
  const base = runtime.env.BASE_PATH
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>分享文字</title>
<style>body{font:18px/1.75 system-ui,sans-serif;margin:0;padding:20px;background:#faf7f0;color:#1b1a17}
textarea{width:100%;box-sizing:border-box;font:inherit;padding:12px;border:1px solid #1b1a17;background:#fff}
button{font:inherit;padding:10px 24px;margin-top:12px;border:0;background:#1f4e5f;color:#fff;min-height:48px}</style>
<h1 style="font-size:20px">分享文字</h1>
<textarea id="text" rows="7" readonly>${escapeHtml(shareText(runtime, collection, doc))}</textarea>
<button id="copy" type="button">复制</button> <span id="done" role="status"></span>
<p>链接在内容公开以后才打得开。</p>
<script src="${base}/api/staff/preview/share.js"></script></html>`
}

const scripts = {
  // The clipboard API is missing on plain http, the old command is not.
  'share.js': `document.getElementById('copy').onclick = function () {
  document.getElementById('text').select()
  var ok = document.execCommand('copy')
  document.getElementById('done').textContent = ok ? '已复制' : '请按住文字复制'
}
`,
  // Payload says when the form was saved; what was scrolled to stays in sight.
  'frame.js': `addEventListener('message', function (event) {
  if (event.origin !== location.origin || !event.data || event.data.type !== 'payload-document-event') return
  frames.sheet.location.reload()
})
`,
}
