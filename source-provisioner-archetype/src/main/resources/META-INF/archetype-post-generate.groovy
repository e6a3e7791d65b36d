import java.nio.file.Files
import java.nio.file.Path

// A file with the dot in its name would be left out of the archetype's jar.
Path project = Path.of(request.outputDirectory, request.artifactId)
Files.move(project.resolve('gitignore'), project.resolve('.gitignore'))
