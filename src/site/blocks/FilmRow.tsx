import type { Video } from '../../payload-types'
import { A, lengthAndSize } from '../layout/parts'
import { filesOfPoster, Picture } from '../layout/Picture'
import { streamOf } from '../repository/items'

/** A film inside an article or a list: its poster and how long it takes; it plays on its own page. */
export function FilmRow({ film }: { film: Pick<Video, 'title' | 'slug' | 'stream'> }) {
  const stream = streamOf(film)
  return (
    <p className="filmrow">
      <A to={`/videos/${film.slug}`}>
        {stream && <Picture files={filesOfPoster(stream)} alt="" />}
        <span className="title">看影片：{film.title}</span>
        <span className="hint">{lengthAndSize({ stream })}</span>
      </A>
    </p>
  )
}
