const key = 'toa-soan.automatic-aids'

/** True unless somebody has turned them off on this workstation. */
export function automaticAids(): boolean {
  return localStorage.getItem(key) !== 'off'
}

export function setAutomaticAids(isOn: boolean): void {
  if (isOn) localStorage.removeItem(key)
  else localStorage.setItem(key, 'off')
}
