import type { Article } from '../../payload-types'
import { gloss } from '../layout/Gloss'
import { RichText } from '../layout/RichText'
import { idOf } from '../repository/facts'
import type { ArticleDetail } from '../repository/details'
import { Choice } from './Choice'
import { FilmRow } from './FilmRow'
import { Cite, LawText } from './provisions'
import { Risks } from './Risks'

export type Block = NonNullable<Article['body']>[number]

/** The blocks of an article in the editor's order; what refers to nothing public is left out. */
export function Blocks({ detail, seen }: { detail: ArticleDetail; seen: Set<string> }) {
  return (
    <>
      {(detail.doc.body ?? []).map((block, index) => (
        <One key={block.id ?? index} block={block} index={index} detail={detail} seen={seen} />
      ))}
    </>
  )
}

type Props = { block: Block; index: number; detail: ArticleDetail; seen: Set<string> }

function One({ block, index, detail, seen }: Props) {
  switch (block.blockType) {
    case 'statuteQuote': {
      const provision = detail.provisions.get(idOf(block.provision) ?? '')
      if (!provision) return null
      return (
        <figure className="quoted">
          <LawText label={provision.label} text={provision.text} />
          <figcaption>
            <Cite provision={provision} />
          </figcaption>
          {block.plain && (
            <p>
              <b>说人话：</b>
              {gloss(block.plain, seen)}
            </p>
          )}
        </figure>
      )
    }
    case 'text':
      return <RichText value={block.content} seen={seen} />
    case 'film': {
      const film = detail.films.get(idOf(block.video) ?? '')
      return film ? <FilmRow film={film} /> : null
    }
    case 'notice':
      return <p className="notice">{gloss(block.text ?? '', seen)}</p>
    case 'choice':
      return <Choice block={block} index={index} provisions={detail.provisions} seen={seen} />
    case 'risks':
      return <Risks block={block} provisions={detail.provisions} />
  }
}
