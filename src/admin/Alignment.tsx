'use client'
export function Alignment() {
  return null
}
