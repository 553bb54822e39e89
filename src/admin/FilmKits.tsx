'use client'
import { useState } from 'react'
import { KitLine } from './film/KitLine'
import { useKits } from './film/useKits'

/** In the form of a film: one ZIP a language for accounts elsewhere. Every state ends in something to do. */
export function FilmKits() {
  const { id, kits, fault, pack, cancel, say, language } = useKits()
  const [written, setWritten] = useState('')
  if (!id || (!kits && !fault)) return null
  return (
    <section aria-labelledby="mb-kits" className="mb-kits">
      <h3 id="mb-kits">{say('给别的账号用的素材包', 'Kit for other accounts')}</h3>
      <p className="mb-film__hint">
        {say(
          '一个压缩包：竖版和横版影片（字幕已印在画面上）、封面、标题和正文、本单位专用的链接和二维码，发视频号、抖音、快手、公众号、微博用。',
          'One ZIP: the film upright and flat with burned-in subtitles, covers, title and text, your office’s own link and QR code.',
        )}
      </p>
      {fault && (
        <p className="mb-film__fault" role="alert">
          {fault}
        </p>
      )}
      {kits?.state === 'not-public' && (
        <p>{say('影片公开以后才能打包。', 'A kit can be packed once the film is public.')}</p>
      )}
      {kits && kits.texts.length > 1 && kits.mayPack && (
        <label>
          {say('印哪种字幕', 'Subtitles to burn in')}
          <select onChange={(event) => setWritten(event.target.value)} value={written}>
            <option value="">{say('标准中文（默认）', 'Standard Chinese (default)')}</option>
            {kits.texts.map(({ variety, name }) => (
              <option key={variety} value={variety}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {kits && kits.voices.length > 0 && (
        <ul>
          {kits.voices.map((voice) => (
            <KitLine
              key={voice.variety}
              language={language}
              mayPack={kits.mayPack}
              onCancel={() => void (voice.kit && cancel(voice.kit))}
              onPack={() => void pack(voice.variety, written || undefined)}
              say={say}
              voice={voice}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
