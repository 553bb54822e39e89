import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Stream } from '../../lib/stream'
import { A } from '../layout/parts'
import { found, type PageMaker } from '../page'
import { streamOf } from '../repository/items'
import { hits, markLines, spokenLines, type Line } from '../transcript'
import { useView } from '../view'
import { placeInFilm } from '../words'

/** What is said in a film, to read, to search, to print: one line a cue, each leading to its place in the film. */
export const transcript: PageMaker = async ({ view, repo, slug, runtime }) => {
  const { doc } = found(await repo.video(slug))
  const stream = found(streamOf(doc))
  const subtitle = found(
    stream.subtitles.find(({ variety }) => variety === view.params.variety) ??
      stream.subtitles.find((one) => one.default) ??
      stream.subtitles[0],
  )
  const file = path.join(runtime.env.DATA_DIR, 'streams', path.basename(stream.folder), subtitle.uri)
  const cues = spokenLines(await readFile(file, 'utf8'))
  const film = `/videos/${doc.slug}`
  return {
    title: `${doc.title}（文字）`,
    description: doc.summary,
    length: cues.reduce((sum, { text }) => sum + text.length, 0),
    body: (
      <article>
        <h1>{doc.title}</h1>
        <p>
          <A to={`${film}#film`} className="more">
            看影片
          </A>
        </p>
        {stream.subtitles.length > 1 && <Languages subtitles={stream.subtitles} current={subtitle.variety} />}
        {subtitle.origin === 'machine' && <p className="hint">文字是机器听写的，可能有错。</p>}
        <Find />
        <Lines lines={markLines(cues, view.params.q)} film={film} lang={subtitle.tag} />
      </article>
    ),
  }
}

function Languages({ subtitles, current }: { subtitles: Stream['subtitles']; current: string }) {
  const { path, params } = useView()
  return (
    <p className="tongues" role="group" aria-label="看哪种文字">
      {subtitles.map(({ variety, tag, name }) => (
        <A key={variety} to={path} change={{ variety, q: params.q }} current={variety === current}>
          <span lang={tag}>{name}</span>
        </A>
      ))}
    </p>
  )
}

/** A form of the page itself: works without a script, and the address of what was found can be passed on. */
function Find() {
  const { base, path, params } = useView()
  const { edition, s, variety, q } = params
  return (
    <form className="search" role="search" action={`${base}${path}`}>
      <label htmlFor="q">在这段文字里找</label>
      <span className="line">
        <input id="q" name="q" type="search" defaultValue={q} maxLength={60} required />
        <button>找</button>
      </span>
      {Object.entries({ edition, s, variety }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </form>
  )
}

function Lines({ lines, film, lang }: { lines: Line[]; film: string; lang: string }) {
  const { path, params } = useView()
  const first = lines.findIndex(({ pieces }) => pieces.some(({ hit }) => hit))
  return (
    <>
      {params.q && (
        <p role="status">
          {first < 0 ? `没有找到“${params.q}”。换个短一点的词试试。` : `找到 ${hits(lines)} 处“${params.q}”。`}{' '}
          {first > 0 && <a href="#hit">到第一处</a>} <A to={path}>看全部</A>
        </p>
      )}
      <ol className="transcript" lang={lang}>
        {lines.map(({ at, pieces }, index) => (
          <li key={index} id={index === first ? 'hit' : undefined}>
            <A to={`${film}#film`} at={at}>
              <time dateTime={`PT${at}S`}>{placeInFilm(at)}</time>
              <span data-say>
                {pieces.map(({ text, hit }, piece) => (hit ? <mark key={piece}>{text}</mark> : text))}
              </span>
            </A>
          </li>
        ))}
      </ol>
    </>
  )
}
