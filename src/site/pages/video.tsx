import type { Image, Video } from '../../payload-types'
import type { Stream } from '../../lib/stream'
import { cardImages, cardOf } from '../cards/card'
import { ListenAndCall, Share } from '../layout/actions'
import { ByLine } from '../layout/ByLine'
import { A, CallUs, lengthAndSize, Ruled } from '../layout/parts'
import type { Sheet } from '../layout/Sheet'
import { Player } from '../layout/Player'
import { found, type PageMaker } from '../page'
import { idOf, officeOf } from '../repository/facts'
import { publishedAt, streamOf, videoItem, type Item } from '../repository/items'
import { isElder, useView, type View } from '../view'

export const video: PageMaker = async ({ view, repo, slug }) => {
  const { doc, cover, credit } = found(await repo.video(slug))
  const related = await repo.related({ id: doc.id, topic: idOf(doc.topic) })
  return videoSheet(view, doc, related, { cover, credit })
}

/** The page of a film, published or a draft in preview. */
export function videoSheet(
  view: View,
  doc: Video,
  related: Item[],
  { cover, credit }: { cover?: Image; credit?: string } = {},
): Sheet {
  const stream = streamOf(doc)
  const file = (name: string) => `${view.origin}${stream?.folder}/${name}`
  const card = cardOf(view.facts, videoItem(doc), cover)
  const topic = view.facts.topics.find(({ id }) => id === idOf(doc.topic))
  return {
    title: doc.title ?? '',
    description: doc.summary ?? undefined,
    item: `videos/${doc.slug}`,
    card,
    body: <VideoBody doc={doc} stream={stream} related={related} credit={credit} />,
    jsonLd: stream && {
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: doc.title,
      description: doc.summary,
      thumbnailUrl: file(stream.poster),
      image: cardImages(view, card),
      contentUrl: file(stream.fallback),
      uploadDate: publishedAt(doc),
      duration: `PT${Math.round(stream.duration)}S`,
      // schema.org wants a text; the page of it is what a search engine can show.
      transcript: stream.subtitles.length ? `${view.origin}/videos/${doc.slug}/transcript` : undefined,
      inLanguage: stream.audio.map(({ tag }) => tag),
    },
    meta: {
      ArticleTitle: doc.title,
      PubDate: publishedAt(doc),
      ContentSource: doc.source || officeOf(view.facts, doc.office)?.name,
      ColumnName: topic?.name,
      keywords: topic?.name,
    },
  }
}

type Props = { doc: Video; stream?: Stream; related: Item[]; credit?: string }

function VideoBody({ doc, stream, related, credit }: Props) {
  const view = useView()
  const office = officeOf(view.facts, doc.office)
  return (
    <article>
      <h1>{doc.title}</h1>
      {stream ? <Player stream={stream} title={doc.title} /> : <p className="notice">{lengthAndSize({})}</p>}
      <p data-say>{doc.summary}</p>
      {isElder(view) && <ListenAndCall telephone={office?.telephone ?? view.facts.settings.hotline} />}
      {stream && stream.subtitles.length > 0 && (
        <p>
          <A to={`/videos/${doc.slug}/transcript`} className="more">
            不方便看？读文字
          </A>
        </p>
      )}
      {/* Several tongues name their speakers themselves. */}
      {doc.speaker && (stream?.audio.length ?? 0) < 2 && <p className="hint">说话的人：{doc.speaker}</p>}
      <ByLine office={doc.office} source={doc.source} credit={credit} at={publishedAt(doc)} />
      <Share title={doc.title} />
      {related.length > 0 && (
        <section>
          <h2>还可以看</h2>
          <Ruled items={related} />
        </section>
      )}
      <CallUs office={doc.office} />
    </article>
  )
}
