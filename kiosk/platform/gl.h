#pragma once

// OpenGL 3.3 by its prototypes: Mesa's libraries export all of them.
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
