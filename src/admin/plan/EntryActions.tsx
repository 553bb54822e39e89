'use client'
import { useRouter } from 'next/navigation'
import { DeliveryActions, type Actionable } from './DeliveryActions'

/** The actions of a delivery on a page rendered by the server: it is rendered anew afterwards. */
export function EntryActions({ delivery }: { delivery: Actionable }) {
  const router = useRouter()
  return <DeliveryActions approved delivery={delivery} onDone={() => router.refresh()} />
}
