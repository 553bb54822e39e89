'use client'
import { useState } from 'react'
import { Ask } from './Ask'
import { useStaff } from './useStaff'

/** 清空演示，正式启用: asks for the word to be typed, then clears and loads the page anew. */
export function ClearDemo({ word }: { word: string }) {
  const { call, say } = useStaff()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')

  async function clear() {
    setBusy(true)
    setFault('')
    const answer = await call('/demo/clear', { word: typed.trim() })
    if (answer.ok) return window.location.reload()
    setFault(answer.error.message)
    setBusy(false)
  }

  return (
    <>
      <button className="mb-button" onClick={() => setOpen(true)} type="button">
        {say('清空演示，正式启用', 'Clear the demo and start for real')}
      </button>
      {open && (
        <Ask
          blocked={typed.trim() !== word}
          busy={busy}
          danger
          no={say('先不清空', 'Not now')}
          onNo={() => setOpen(false)}
          onYes={() => void clear()}
          title={say('清空演示数据？', 'Clear the demo data?')}
          yes={busy ? say('正在清空……', 'Clearing...') : say('清空', 'Clear')}
        >
          <p>
            {say(
              '删除：演示的文章、影片、活动、投放、提问和访问数据。保留：站点设置、法律、同事账号、主题和人群，还有你们自己写的内容。清空后找不回来。',
              'Removed: the demo’s articles, film, campaigns, deliveries, questions and visits. Kept: settings, laws, colleagues, topics, segments and what you wrote yourselves. This cannot be undone.',
            )}
          </p>
          <p>
            {say(
              '清空后请改站点设置、司法所的名称和电话。',
              'Afterwards set the site’s name and the offices’ telephones.',
            )}
          </p>
          <label>
            {say(`请输入“${word}”`, `Type “${word}”`)}
            <input
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              style={{ display: 'block', width: '100%', padding: '0.5rem', marginTop: '0.25rem' }}
              value={typed}
            />
          </label>
          {fault && <p role="alert">{fault}</p>}
        </Ask>
      )}
    </>
  )
}
