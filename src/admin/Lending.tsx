'use client'
export function Lending() {
  return null
}
