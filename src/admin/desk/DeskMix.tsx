'use client'
import Link from 'next/link'
import { MixBehind } from '../MixBehind'
import { useMix } from '../useMix'
import { useStaff } from '../useStaff'

/** The mix of one's office in one sentence, with the ruler behind it. */
export function DeskMix() {
  const { say } = useStaff()
  const mix = useMix()
  if (!mix) return null
  return (
    <div className="mb-desk__mix mb-ruler">
      <p>
        {mix.sentence}{' '}
        <Link href="/admin/report" prefetch={false}>
          {say('看数据', 'See the numbers')}
        </Link>
      </p>
      <MixBehind mix={mix} sentence={false} />
    </div>
  )
}
