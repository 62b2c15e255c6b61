package io.xinqun.kernel.event;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// What a consumer declares of a contract must be there, unless it is marked `@Nullable`: a record
/// without it fails when it is read, not where somebody meets the null, which would be tried again
/// for ever. Lists hold no null either.
final class RequiredMembers extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final JsonSetter.Value NO_NULLS =
            JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isRequired(member) ? NO_NULLS : super.findSetterInfo(config, member);
    }

    /// The canonical constructor's parameters are the components, in their order.
    private static boolean isRequired(Annotated member) {
        if (!(member instanceof AnnotatedParameter parameter)) {
            return false;
        }
        RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
        return components != null
                && parameter.getIndex() < components.length
                && !components[parameter.getIndex()]
                        .getAnnotatedType()
                        .isAnnotationPresent(Nullable.class);
    }
}
