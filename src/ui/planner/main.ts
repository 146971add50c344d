import { mount } from 'svelte';
import '../shared/tokens.css';
import '../shared/base.css';
import services from '../../../data/services.json';
import { parseServices } from '../../data/services.ts';
import { startEngine } from '../../engine/client.ts';
import { Session } from '../../state/session.svelte.ts';
import { parseSettings } from '../../state/settings.ts';
import Planner from './Planner.svelte';

const { settings, refused } = parseSettings(location.search);
const base = new URL('tiles/', document.baseURI).href;
const session = new Session(settings, parseServices(services), startEngine(), base);

mount(Planner, { target: document.getElementById('app')!, props: { session, refused } });
