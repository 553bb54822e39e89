import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { A } from '../layout/parts'
import { found, type PageMaker } from '../page'
import { streamOf } from '../repository/items'
import { cuesOf } from '../transcript'

/** What is said in a film, to read or to print: the cues of its subtitle, one a line. */
export const transcript: PageMaker = async ({ view, repo, slug, runtime }) => {
  const { doc } = found(await repo.video(slug))
  const stream = found(streamOf(doc))
  const subtitle = found(
    stream.subtitles.find(({ variety }) => variety === view.params.variety) ??
      stream.subtitles.find((one) => one.default) ??
      stream.subtitles[0],
  )
  const file = path.join(runtime.env.DATA_DIR, 'streams', path.basename(stream.folder), subtitle.uri)
  const cues = cuesOf(await readFile(file, 'utf8'))
  return {
    title: `${doc.title}（文字）`,
    description: doc.summary,
    length: cues.reduce((sum, cue) => sum + cue.length, 0),
    body: (
      <article>
        <h1>{doc.title}</h1>
        <div lang={subtitle.tag} data-say>
          {cues.map((cue, index) => (
            <p key={index} className="cue">
              {cue}
            </p>
          ))}
        </div>
        <p>
          <A to={`/videos/${doc.slug}`} className="more">
            看影片
          </A>
        </p>
      </article>
    ),
  }
}
