package io.github.sourceprovisioner;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * How large a method or constructor is.
 *
 * @param lines from its first brace to its last
 * @param parameters 0 for a constructor of a record and for what overrides another method
 */
record MethodShape(String file, String name, long lines, int parameters) {

  /** Every method with a body in the files. */
  static List<MethodShape> of(List<Path> files) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    List<MethodShape> shapes = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Scanner(unit, positions), shapes);
      }
    }
    return shapes;
  }

  private static final class Scanner extends TreeScanner<@Nullable Void, List<MethodShape>> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private boolean inRecord;

    Scanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, List<MethodShape> shapes) {
      boolean outer = inRecord;
      inRecord = type.getKind() == Tree.Kind.RECORD;
      super.visitClass(type, shapes);
      inRecord = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<MethodShape> shapes) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        shapes.add(
            new MethodShape(
                unit.getSourceFile().getName(),
                method.getName().toString(),
                last - first + 1,
                isGiven(method) ? 0 : method.getParameters().size()));
      }
      return super.visitMethod(method, shapes);
    }

    /** The components of a record may be more, and an overridden signature is somebody else's. */
    private boolean isGiven(MethodTree method) {
      boolean isConstructor = method.getReturnType() == null;
      return (inRecord && isConstructor)
          || method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
  }
}
