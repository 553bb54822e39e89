import type { ReactNode } from 'react'
import { useView } from '../view'

/** The elder edition's two words. Without a reading 听 appears only where the phone has a Chinese voice. */
export function ListenAndCall({ telephone, readings }: { telephone?: string | null; readings?: ReactNode }) {
  return (
    <p className="two">
      {readings ?? (
        <button type="button" data-listen hidden>
          听
        </button>
      )}
      {telephone && <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>打电话</a>}
    </p>
  )
}

/** 分享: copies title and address; in WeChat one shares by its own menu. Without a script the address can be copied. */
export function Share({ title }: { title: string }) {
  const { origin, path } = useView()
  return (
    <section className="share">
      <p>
        <button type="button" data-share={`${title} ${origin}${path}`} hidden>
          分享给家里人
        </button>
        <span className="hint" data-wechat hidden>
          点右上角“…”，再点“发送给朋友”。
        </span>
      </p>
      <p className="printed">
        {origin}
        {path}
      </p>
    </section>
  )
}
