import '#assets/styles/base.css'
import { keepShell } from '#assets/hub/keep-shell.ts'
import { mount } from 'svelte'
import App from './App.svelte'

const target = document.querySelector('#app')!
if (location.search === '?preview') {
  // In a frame of the desk, where a wall is laid out.
  void import('./preview.ts').then(({ preview }) => preview(target))
} else {
  mount(App, { target })
  void keepShell('/display/')
}
