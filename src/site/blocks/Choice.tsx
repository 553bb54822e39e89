import type { Provision } from '../../payload-types'
import { gloss } from '../layout/Gloss'
import { A } from '../layout/parts'
import { idOf } from '../repository/facts'
import { useView } from '../view'
import type { Block } from './Blocks'
import { Cite } from './provisions'

type ChoiceBlock = Extract<Block, { blockType: 'choice' }>
type Props = {
  block: ChoiceBlock
  index: number
  provisions?: Map<string, Provision>
  seen: Set<string>
  /** Where the answers stand, when the scene is shown on another page. */
  on?: string
}

/** 选一选: every answer is a link to its consequence, so it works without a script and in every browser. */
export function Choice({ block, index, provisions, seen, on }: Props) {
  const { path, params } = useView()
  const [block_, option_] = (params.pick ?? '').split('-')
  const picked = !on && Number(block_) === index && option_ !== undefined ? Number(option_) : -1
  const id = `pick-${index}`
  const options = block.options ?? []
  const answer = options[picked]
  return (
    <section className="choice" id={id} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>选一选</h2>
      <p>{gloss(block.scene ?? '', seen)}</p>
      <ol className="ruled">
        {options.map((option, at) => (
          <li key={at}>
            <A to={`${on ?? path}#${id}`} change={{ pick: `${index}-${at}` }} current={at === picked} className="row">
              <span className="title">{option.text}</span>
            </A>
          </li>
        ))}
      </ol>
      {answer && (
        <div className="consequence" role="status">
          <p>
            <b>{answer.right ? '选对了。' : '这样不行。'}</b>
            {gloss(answer.consequence ?? '', seen)}
          </p>
          <Basis provision={provisions?.get(idOf(answer.provision) ?? '')} />
        </div>
      )}
    </section>
  )
}

const Basis = ({ provision }: { provision?: Provision }) =>
  provision ? (
    <p className="hint">
      依据：
      <Cite provision={provision} />
    </p>
  ) : null
