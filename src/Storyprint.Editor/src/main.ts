import { mount } from './page/mount';

const root = document.getElementById('editor');
if (root) void mount(root);
