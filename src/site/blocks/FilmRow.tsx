import type { Video } from '../../payload-types'
import { A, lengthAndSize } from '../layout/parts'
import { streamOf } from '../repository/items'
import { useView } from '../view'

/** A film inside an article or a list: its poster and how long it takes; it plays on its own page. */
export function FilmRow({ film }: { film: Pick<Video, 'title' | 'slug' | 'stream'> }) {
  const { base } = useView()
  const stream = streamOf(film)
  return (
    <p className="filmrow">
      <A to={`/videos/${film.slug}`}>
        {stream && (
          <img
            src={`${base}${stream.folder}/${stream.poster}`}
            alt=""
            width={stream.width}
            height={stream.height}
            loading="lazy"
          />
        )}
        <span className="title">看影片：{film.title}</span>
        <span className="hint">{lengthAndSize({ stream })}</span>
      </A>
    </p>
  )
}
